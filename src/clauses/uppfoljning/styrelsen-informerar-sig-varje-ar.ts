import { awaitingClause } from '../clause.ts';

export const boardInformsItselfYearly = awaitingClause({
  id: 'uppfoljning/styrelsen-informerar-sig-varje-ar',
  number: 'P48',
  section: 'uppfoljning',
  strength: 'ska',
  responsible: 'executiveBoard',
  citation: ['KL (2017:725) 6 kap. 1 §'],
  inForceFrom: null,
  title: {
    sv: 'Kommunstyrelsen informerar sig varje år',
    en: 'The executive board informs itself every year',
  },
  demand: {
    sv: 'Kommunstyrelsen ska minst en gång per år ta reda på hur arbetet med informationssäkerhet går.',
    en: 'At least once a year the executive board must find out how the work on information security is going.',
  },
  measured: {
    sv: 'Att en årlig uppföljning har lämnats till kommunstyrelsen inom tolv månader, med datum och paragraf.',
    en: 'That a yearly follow-up was delivered to the executive board within twelve months, with day and paragraph.',
  },
});
