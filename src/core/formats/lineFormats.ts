/** The small readers of line-by-line formats, in one file of the bundle. */
export { parseDotenv } from './dotenv';
export { parseIni } from './ini';
export { parseProcfile } from './procfile';
export { parseProperties } from './properties';
