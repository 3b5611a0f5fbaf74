import { message, type Localized, type Message } from '../core/l10n/localized';

export type FolderFailure = 'missing' | 'not-a-folder' | 'unreadable';

const texts: Readonly<Record<FolderFailure, Localized>> = {
  missing: { en: 'no such folder: {folder}', 'pt-br': 'esta pasta não existe: {folder}' },
  'not-a-folder': { en: 'not a folder: {folder}', 'pt-br': 'não é uma pasta: {folder}' },
  unreadable: { en: 'folder cannot be read: {folder}', 'pt-br': 'não foi possível ler a pasta: {folder}' },
};

/** The scanned folder itself cannot be listed. */
export class FolderError extends Error {
  override readonly name = 'FolderError';

  constructor(
    readonly folder: string,
    readonly failure: FolderFailure,
    options?: ErrorOptions,
  ) {
    super(texts[failure].en.replace('{folder}', () => folder), options);
  }
}

/** What is wrong with the folder, for its reader. */
export function folderMessage({ folder, failure }: FolderError): Message {
  return message(texts[failure], { folder });
}
