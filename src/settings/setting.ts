import { Type } from 'typebox';
import type { Circumstances, Decision } from '../kernel/action.ts';
import { changesBetween } from '../kernel/audit/canonical.ts';
import type { Id } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { Fields, Line, OneOf, OrNull, Prose, Reason, type Static } from '../kernel/schema.ts';
import { hasContrast } from './contrast.ts';

/** What an installation can start from. */
export const profiles = ['overkalix', 'exempelkommun', 'tom'] as const;

export const settingInput = Fields({
  municipality: Line(100),
  language: OneOf(['sv', 'en']),
  /** The municipality's own colour, `#rrggbb`; null is Värna's. */
  accent: OrNull(Type.String({ pattern: '^#[0-9a-fA-F]{6}$' })),
  /** Whom to turn to when something concerns Sweden's security. */
  securityProtectionContact: Prose(300),
});
export type SettingInput = Static<typeof settingInput>;

export interface Setting extends SettingInput {
  readonly id: Id<'Setting'>;
  readonly version: number;
  readonly profile: (typeof profiles)[number];
}

export const settingRefusals = ['nothingChanged', 'tooLittleContrast'] as const;

/** Changes what the installation is called and looks like. A colour that cannot be read against paper is refused. */
export function describeSetting(before: Setting, input: SettingInput): Decision<Setting> | Refusal {
  if (input.accent !== null && !hasContrast(input.accent))
    return refuse('tooLittleContrast', { field: 'accent' });
  const { id: _id, version: _version, profile: _profile, ...told } = before;
  const changes = changesBetween(told, input);
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...before, ...input, version: before.version + 1 };
  return { next, event: { kind: 'setting.described', record: before.id, changes } };
}

export const thresholdInput = Fields({
  number: Type.String({ pattern: '^P[0-4][0-9]$' }),
  thresholdPercent: Type.Integer({ minimum: 1, maximum: 100 }),
  reason: Reason(),
});

/** How large a share a clause asks for, when the coordinator has set another than the whole. */
export interface ClauseSetting extends Static<typeof thresholdInput> {
  readonly id: Id<'ClauseSetting'>;
  readonly version: number;
}

/** Sets a clause's threshold. The reason is shown beside the figure wherever it stands. */
export function setThreshold(
  before: ClauseSetting | null,
  input: Static<typeof thresholdInput>,
  circumstances: Circumstances,
): Decision<ClauseSetting> | Refusal {
  if (before?.thresholdPercent === input.thresholdPercent && before.reason === input.reason)
    return refuse('nothingChanged');
  const next: ClauseSetting = {
    ...input,
    id: before?.id ?? circumstances.newId<'ClauseSetting'>(),
    version: (before?.version ?? 0) + 1,
  };
  const changes = [
    { field: 'thresholdPercent', from: before?.thresholdPercent ?? 100, to: input.thresholdPercent },
  ];
  const data = { number: input.number };
  return { next, event: { kind: 'clauseSetting.set', record: next.id, changes, data, reason: input.reason } };
}
