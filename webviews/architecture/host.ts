import { isToArchitecture, type FromArchitecture, type ToArchitecture } from '../../src/protocol/architecture';
import { readUiState, type UiState } from './uiState';

interface VsCodeApi {
  postMessage(message: FromArchitecture): void;
  getState(): unknown;
  setState(state: UiState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as the page sees it. */
export interface Host {
  send(message: FromArchitecture): void;
  onMessage(listener: (message: ToArchitecture) => void): void;
  loadState(): UiState;
  saveState(state: UiState): void;
}

/** VS Code gives its API once per page. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    send: (message) => {
      api.postMessage(message);
    },
    onMessage(listener) {
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (isToArchitecture(event.data)) listener(event.data);
      });
    },
    loadState: () => readUiState(api.getState()),
    saveState: (state) => {
      api.setState(state);
    },
  };
}
