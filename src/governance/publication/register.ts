import { register } from '../../kernel/register.ts';
import { attest, check, end, register as registerPlace } from './publication.actions.ts';
import { publicationTexts } from './publication.texts.ts';
import { list } from './publication.views.ts';

export const publicationRegister = register({
  name: 'publicationPlace',
  actions: [registerPlace, check, attest, end],
  views: [list],
  texts: publicationTexts,
});
