import * as vscode from 'vscode';
import { localize } from '../../core/l10n/localized';
import type { Services } from '../services';
import { settingsSection } from '../settings';
import { settingKeys } from '../settingsModel';
import { awsStrings } from './awsStrings';
import { requireTrust } from './trust';

/** Lets the user choose among the profiles of their AWS configuration. Only names are read. */
export async function selectProfile(services: Services): Promise<void> {
  requireTrust();
  const { listProfiles } = await import('../../aws/credentials');
  const language = services.language();
  const current = services.settings.for(undefined).awsProfile;
  const text = (source: (typeof awsStrings)[keyof typeof awsStrings]): string => localize(source, language);
  const items = [
    { label: text(awsStrings.defaultChain), detail: text(awsStrings.defaultChainDetail), profile: '' },
    ...(await listProfiles()).map((profile) => ({ label: profile, profile })),
  ].map((item) => (item.profile === current ? { ...item, description: text(awsStrings.current) } : item));
  const picked = await vscode.window.showQuickPick(items, { title: text(awsStrings.profileTitle), matchOnDetail: true });
  if (picked === undefined) return;
  // Whose account is asked is a matter of this person and machine, never of the repository.
  const value = picked.profile === '' ? undefined : picked.profile;
  await vscode.workspace.getConfiguration(settingsSection).update(settingKeys.awsProfile, value, vscode.ConfigurationTarget.Global);
}
