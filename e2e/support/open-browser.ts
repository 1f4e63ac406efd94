import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** One process for all ends with the first closed page; without web security no Origin is sent. */
const UNFIT =
  /^--(single-process|disable-web-security|allow-running-insecure-content|disable-site-isolation|use-gl|use-angle|ignore-gpu)/;

/** Chromium from the npm package, or the one named by CHROMIUM_PATH. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
    args: [...sparticuz.args.filter((arg) => !UNFIT.test(arg)), '--disable-gpu'],
  });
