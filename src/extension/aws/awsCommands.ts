import * as vscode from 'vscode';
import { commandIds } from '../commandIds';
import { Disposable } from '../lifecycle';
import type { Services } from '../services';

/** Everything that contacts AWS: only by these commands, only in a trusted workspace. */
export class AwsCommands extends Disposable {
  constructor(services: Services) {
    super();
    const register = (id: string, action: () => Promise<void>): void => {
      this._register(vscode.commands.registerCommand(id, () => services.guard.run(id, action)));
    };
    register(commandIds.refreshPrices, async () => {
      const { refreshPrices } = await import('./refreshPrices');
      await refreshPrices(services);
    });
    register(commandIds.showActualSpend, async () => {
      const [{ showActualSpend }, { createDayCache }] = await Promise.all([import('./showActualSpend'), import('../../aws/priceCache')]);
      const folder = services.context.globalStorageUri.fsPath;
      await showActualSpend(services, () => Promise.resolve(createDayCache(folder, () => new Date())));
    });
    register(commandIds.selectAwsProfile, async () => {
      const { selectProfile } = await import('./profiles');
      await selectProfile(services);
    });
  }
}
