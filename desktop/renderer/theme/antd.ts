import { type ThemeConfig, theme } from 'antd'

/** Ant Design in the clothes of tokens.css. */
export const antdTheme: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    colorPrimary: '#4a90d0',
    colorBgBase: '#151a21',
    colorTextBase: '#e3e9f0',
    colorBorder: '#3a4553',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'var(--font)',
    motion: false,
  },
}
