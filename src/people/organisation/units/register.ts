import { register } from '../../../kernel/register.ts';
import type { UnitFollowers } from './followers.ts';
import { preview } from './preview.view.ts';
import { reorganiseAction } from './reorganise.action.ts';
import {
  confirm,
  confirmAll,
  declareCarriers,
  describe,
  endAction,
  register as registerAction,
} from './unit.actions.ts';
import { unitTexts } from './unit.texts.ts';
import { list, record, tree } from './unit.views.ts';

/** The register of units, given the slices whose rows hang on them. */
export function unitRegister(followers: UnitFollowers) {
  return register({
    name: 'unit',
    actions: [
      registerAction,
      describe,
      confirm,
      confirmAll,
      declareCarriers,
      endAction(followers),
      reorganiseAction(followers),
    ],
    views: [list, tree, record, preview],
    texts: unitTexts,
  });
}
