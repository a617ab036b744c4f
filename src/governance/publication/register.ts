import { register } from '../../kernel/register.ts';
import { allow, end as endSite } from './allowed-site.actions.ts';
import { sites } from './allowed-site.views.ts';
import { attest, check, end, register as registerPlace, requestCheck } from './publication.actions.ts';
import { publicationTexts } from './publication.texts.ts';
import { list } from './publication.views.ts';

export const publicationRegister = register({
  name: 'publicationPlace',
  actions: [registerPlace, requestCheck, check, attest, end, allow, endSite],
  views: [list, sites],
  texts: publicationTexts,
});
