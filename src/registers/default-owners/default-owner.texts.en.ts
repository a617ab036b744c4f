import type { TextsLike } from '../../kernel/texts.ts';
import type { defaultOwnerTextsSv } from './default-owner.texts.sv.ts';

export const defaultOwnerTextsEn: TextsLike<typeof defaultOwnerTextsSv> = {
  name: 'Information owners',
  fields: {
    area: 'Code of the area',
    name: 'Area of information',
    examples: 'Examples',
    holder: 'Who owns',
    office: 'Role',
    unitId: 'Unit',
    bodyId: 'Committee or board',
    entityId: 'Legal entity',
    decision: 'Decision',
    toConfirm: 'To be confirmed',
    reason: 'Reason',
  },
  refusals: {
    officeMissing: 'Choose which role owns the information.',
    officeNotAsked: 'A role is stated only when the information is owned by whoever holds the role.',
    officeNotMunicipal: 'There are several with that role. Choose one that holds for the whole municipality.',
    unitNotAsked: 'A unit is stated only when the information is owned by the manager of a certain unit.',
    unitUnknown: 'The unit does not exist, or has ended. Choose another.',
    bodyUnknown: 'The committee or board does not exist, or has ended.',
    entityUnknown: 'The legal entity does not exist, or has ended.',
    unitNotChosen: 'Choose first which unit’s manager owns the information.',
    decisionUnreadable: 'The decision cannot be read. Write it like this: {example}',
    decisionInFuture: 'The decision cannot be in the future.',
    ended: 'The area is no longer used and cannot be changed.',
    nothingChanged: 'Nothing has changed.',
    alreadyConfirmed: 'The row is already confirmed.',
    areaTaken: 'There is already an area with that code.',
    areaInUse: 'Information in the register belongs to the area ({count}). Move it to another area first.',
  },
  events: {
    'defaultOwner.added': 'added an area of information',
    'defaultOwner.described': 'changed the description of the area',
    'defaultOwner.set': 'changed who owns the information of the area',
    'defaultOwner.confirmed': 'confirmed who owns the information of the area',
    'defaultOwner.ended': 'took the area out of use',
  },
  holders: {
    office: 'Whoever holds a certain role',
    unitManager: 'The manager of a certain unit',
    ownUnitManager: 'The manager of the unit that has the information',
  },
};
