import type { FolderState } from './services';

export type ViewState = 'no-folder' | 'empty' | FolderState;

/** What the views as a whole say of several folders: busy while one is, good as soon as one has an application. */
export function viewState(folders: readonly { readonly state: FolderState; readonly applications: number | undefined }[]): ViewState {
  if (folders.length === 0) return 'no-folder';
  for (const state of ['scanning', 'waiting'] as const) {
    if (folders.some((folder) => folder.state === state)) return state;
  }
  if (folders.some((folder) => (folder.applications ?? 0) > 0)) return 'ready';
  for (const state of ['failed', 'cancelled'] as const) {
    if (folders.some((folder) => folder.state === state)) return state;
  }
  return 'empty';
}
