// Mantine 9 theme of Rostok. Load '@mantine/core/styles.css', then tokens.css, then this.
import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver } from '@mantine/core';
import tokens from './tokens.json';

const { rostok, gray, dark, resolver } = tokens.mantine;
type Shades = [string, string, string, string, string, string, string, string, string, string];

export const theme = createTheme({
  colors: { rostok: rostok as Shades, gray: gray as Shades, dark: dark as Shades },
  primaryColor: 'rostok',
  primaryShade: { light: 7, dark: 4 },
  black: tokens.light.ink,
  fontFamily: "'Golos Text Variable', system-ui, sans-serif",
  headings: { fontFamily: 'inherit', fontWeight: '600' },
  // labels, hints and errors of fields are `sm` minus 2: 13 px, the least size for text
  fontSizes: { xs: '13px', sm: '15px', md: '16px', lg: '18px', xl: '22px' },
  defaultRadius: 7,
  // autoContrast looks at the light shade only: white on the light green of the dark theme is 2.1, so the ink is set here
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const own = !input.color || input.color === 'rostok';
    return input.variant === 'filled' && own ? { ...colors, color: 'var(--on-accent)' } : colors;
  },
  components: {
    Badge: { defaultProps: { tt: 'none', fw: 400, variant: 'light', color: 'gray', radius: 5, size: 'lg' } },
    Drawer: { defaultProps: { position: 'right', size: 404, withOverlay: false } },
    Paper: { defaultProps: { withBorder: true, radius: 10 } },
  },
});

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, ...resolver });
