import * as vscode from 'vscode';
import type { Language } from '../core/l10n/localized';
import { languages } from '../core/l10n/localized';
import { Disposable } from './lifecycle';

export const explainScheme = 'skylift-explain';

/** Pages about rules, services, needs and concepts as read-only documents: they need no network. */
export class ExplainDocuments extends Disposable implements vscode.TextDocumentContentProvider {
  constructor() {
    super();
    this._register(vscode.workspace.registerTextDocumentContentProvider(explainScheme, this));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const topic = topicOf(uri.path);
    return topic === undefined ? '' : ((await explainTopic(topic.id, topic.language)) ?? '');
  }
}

/** The page of an id in a language, or null where nothing is known by that name. */
export async function explainTopic(id: string, language: Language): Promise<string | null> {
  const [{ explain }, { explainRule }] = await Promise.all([import('../core/catalog'), import('../core/rules')]);
  return explainRule(id, language) ?? explain(id, language);
}

export function explainUri(id: string, language: Language): vscode.Uri {
  return vscode.Uri.from({ scheme: explainScheme, path: `/${language}/${id}.md` });
}

function topicOf(path: string): { readonly id: string; readonly language: Language } | undefined {
  const [, first, id] = /^\/([^/]+)\/(.+)\.md$/.exec(path) ?? [];
  const language = languages.find((candidate) => candidate === first);
  return language === undefined || id === undefined ? undefined : { id, language };
}
