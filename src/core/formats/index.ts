export type { FormatId, Formats } from './registry';
