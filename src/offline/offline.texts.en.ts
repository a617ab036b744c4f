import type { TextsLike } from '../kernel/texts.ts';
import type { offlineTextsSv } from './offline.texts.sv.ts';

export const offlineTextsEn: TextsLike<typeof offlineTextsSv> = {
  title: 'You have no network',
  since: (moment) => `This was kept ${moment}. Something may have changed since.`,
  plain: 'This is what there was on the device. Something may have changed since.',
};
