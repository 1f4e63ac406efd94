import '@fontsource-variable/golos-text/wght.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import './tokens.css';
import './base.css';
import './print.css';

export { cssVariablesResolver, theme } from './theme.ts';
