import { register } from '../kernel/register.ts';
import { clauseTexts } from './clause.texts.ts';
import { findings, list, record, todo, trend } from './clause.views.ts';

/** The policy's clauses. They are code, so nothing here is changed by an action; thresholds are a register of settings. */
export const clauseRegister = register({
  name: 'clauses',
  actions: [],
  views: [list, record, findings, trend, todo],
  texts: clauseTexts,
});
