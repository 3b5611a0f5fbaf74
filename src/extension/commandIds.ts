/** Commands that `package.json` declares; a test compares. Ids with a leading underscore are internal and not declared. */
export const commandIds = {
  showArchitecture: 'skylift.showArchitecture',
  scan: 'skylift.scan',
  cancelScan: 'skylift.cancelScan',
  menu: 'skylift.menu',
  evaluateAs: 'skylift.evaluateAs',
  selectPhase: 'skylift.selectPhase',
  selectWorkload: 'skylift.selectWorkload',
  selectRegion: 'skylift.selectRegion',
  selectFreeTier: 'skylift.selectFreeTier',
  selectSizing: 'skylift.selectSizing',
  changeAssumptions: 'skylift.changeAssumptions',
  generateInfrastructure: 'skylift.generateInfrastructure',
  explain: 'skylift.explain',
  showReport: 'skylift.showReport',
  saveAssumptions: 'skylift.saveAssumptions',
  markStepDone: 'skylift.markStepDone',
  markStepOpen: 'skylift.markStepOpen',
  refreshPrices: 'skylift.refreshPrices',
  showActualSpend: 'skylift.showActualSpend',
  selectAwsProfile: 'skylift.selectAwsProfile',
  showLog: 'skylift.showLog',
} as const;

export const internalCommandIds = {
  generateSnippet: '_skylift.generateSnippet',
  turnOffRule: '_skylift.turnOffRule',
} as const;
