import { type ThemeConfig, theme } from 'antd'
import type { Appearance } from './appearance.ts'

/** The colours of tokens.css by the names of Ant Design, which computes others from them and cannot read the page's. */
const COLORS = {
  dark: {
    primary: '#4384c2',
    surface: '#151a21',
    raised: '#1b222b',
    hover: '#232c37',
    text: '#e3e9f0',
    border: '#3a4553',
    line: '#2a333f',
  },
  light: {
    primary: '#1f66a8',
    surface: '#f4f6f8',
    raised: '#ffffff',
    hover: '#e9eef4',
    text: '#17202b',
    border: '#b4bfcb',
    line: '#c6ced8',
  },
} as const

const SIZE = 14
const RADIUS = 6

/** Ant Design in the clothes of tokens.css, as large as the page's type. */
export function antdTheme(appearance: Appearance, scale: number): ThemeConfig {
  const { primary, surface, raised, hover, text, border, line } = COLORS[appearance]
  return {
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: primary,
      colorBgBase: surface,
      colorTextBase: text,
      colorBgContainer: surface,
      colorBgElevated: raised,
      colorBorder: border,
      colorBorderSecondary: line,
      colorSplit: line,
      borderRadius: RADIUS * scale,
      fontSize: SIZE * scale,
      sizeUnit: 4 * scale,
      sizeStep: 4 * scale,
      controlHeight: 32 * scale,
      fontFamily: 'var(--font)',
      motion: false,
    },
    components: {
      Table: { headerBg: raised, headerSortActiveBg: raised, headerSortHoverBg: hover, bodySortBg: surface },
    },
  }
}
