export { defineSettings, type SettingDefinition, setInitial, settingDefinition } from './define-settings.ts';
export { demand, demandAll } from './demand.ts';
export * from './pure.ts';
export { type NewSetting, putSetting } from './put-setting.ts';
export { settingOn, settingsOf, settingsOn } from './setting-on.ts';
