import { list as unitAttests } from '../governance/acknowledgements/attests/unit-attest.views.ts';
import { campaignTexts } from '../governance/acknowledgements/campaign.texts.ts';
import { list as campaigns } from '../governance/acknowledgements/campaign.views.ts';
import { externalPartyTexts } from '../governance/acknowledgements/parties/external-party.texts.ts';
import { list as externalParties } from '../governance/acknowledgements/parties/external-party.views.ts';
import { recipients } from '../governance/acknowledgements/recipient.views.ts';
import { pickTexts } from '../kernel/texts.ts';
import { yesNo } from './columns.ts';
import { exportOf } from './export.ts';

const exportCampaigns = exportOf(campaigns, {
  name: 'campaign.export',
  title: (language) => pickTexts(campaignTexts, language).name,
  columns: (row, language) => {
    const own = pickTexts(campaignTexts, language);
    return {
      [own.fields.title]: row.title,
      [own.fields.documentId]: row.documentTitle,
      [own.fields.state]: own.states[row.state],
      [own.fields.opensOn]: row.opensOn,
      [own.fields.closesOn]: row.closesOn,
      [own.fields.closedOn]: row.closedOn,
      [own.fields.asked]: row.asked,
      [own.fields.acknowledgedAt]: row.acknowledged,
    };
  },
});

/** The list of names is also what is signed at a meeting, so it has a place for the name and the day. */
const exportRecipients = exportOf(recipients, {
  name: 'campaignRecipient.export',
  title: (language) => pickTexts(campaignTexts, language).registers.campaignRecipient,
  columns: (row, language) => {
    const own = pickTexts(campaignTexts, language);
    return {
      [own.fields.name]: row.name,
      [own.fields.company]: row.company,
      [own.list.unit]: row.unitName,
      [own.fields.state]: own.recipientStates[row.state],
      [own.list.waitingSince]: row.askedOn,
      [own.fields.acknowledgedAt]: row.heldOn ?? row.acknowledgedAt?.slice(0, 10) ?? null,
      [own.fields.way]: row.way === null ? null : own.ways[row.way],
      [own.list.signature]: null,
      [own.list.day]: null,
    };
  },
});

const exportExternalParties = exportOf(externalParties, {
  name: 'externalParty.export',
  title: (language) => pickTexts(externalPartyTexts, language).name,
  columns: (row, language) => {
    const own = pickTexts(externalPartyTexts, language);
    return {
      [own.fields.name]: row.name,
      [own.fields.organisationNumber]: row.organisationNumber,
      [own.fields.contactName]: row.contactName,
      [own.fields.email]: row.address,
      [own.fields.relevant]: yesNo(row.relevant, language),
      [own.fields.contractor]: yesNo(row.contractor, language),
      [own.fields.obligation]: yesNo(row.obligation, language),
      [own.unit]: row.unitName,
      [own.acknowledged]: row.acknowledged === null ? null : own.edition(String(row.acknowledged)),
      [own.fields.endedOn]: row.endedOn,
    };
  },
});

const exportUnitAttests = exportOf(unitAttests, {
  name: 'unitAttest.export',
  title: (language) => pickTexts(campaignTexts, language).registers.unitAttest,
  columns: (row, language) => {
    const own = pickTexts(campaignTexts, language);
    return {
      [own.fields.unitId]: row.unitName,
      [own.fields.isFollowed]: row.isFollowed === null ? null : yesNo(row.isFollowed, language),
      [own.fields.attestedOn]: row.attestedOn,
      [own.fields.personId]: row.attestedBy,
      [own.fields.note]: row.note,
    };
  },
});

/** The lists of who is asked to read, and who has. */
export const acknowledgementExports = [
  exportCampaigns,
  exportRecipients,
  exportExternalParties,
  exportUnitAttests,
] as const;
