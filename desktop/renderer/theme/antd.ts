import { type ThemeConfig, theme } from 'antd'

/** Ant Design in the clothes of tokens.css. */
export const antdTheme: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    colorPrimary: '#4384c2',
    colorBgBase: '#151a21',
    colorTextBase: '#e3e9f0',
    colorBgContainer: '#151a21',
    colorBgElevated: '#1b222b',
    colorBorder: '#3a4553',
    colorBorderSecondary: '#2a333f',
    colorSplit: '#2a333f',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'var(--font)',
    motion: false,
  },
  components: {
    Table: { headerBg: '#1b222b', headerSortActiveBg: '#1b222b', headerSortHoverBg: '#232c37', bodySortBg: '#151a21' },
  },
}
