import { sql } from 'kysely';
import { teller } from '../audit/teller.ts';
import { begin } from '../governance/acknowledgements/campaign.actions.ts';
import { record } from '../governance/acknowledgements/campaign.views.ts';
import { runCampaigns } from '../governance/acknowledgements/keep.ts';
import { recipients } from '../governance/acknowledgements/recipient.views.ts';
import { type TestPolicy, testPolicy } from '../governance/acknowledgements/testing.ts';
import type { Actor } from '../kernel/access.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { ask, type Services } from '../kernel/run.ts';
import type { View } from '../kernel/view.ts';
import { serveInstallation } from '../people/signin/installation.ts';
import { holderOf } from './actors.ts';
import { type Arranged, arrange } from './arrange.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { actAs, done, noInsight } from './services.ts';

/** A campaign as its page shows it, as far as tests look. */
export interface ShownCampaign {
  readonly version: number;
  readonly state: string;
  readonly asked: number;
  readonly acknowledged: number;
  readonly left: number;
  readonly closedBecause: string | null;
  readonly questions: readonly { readonly answers: readonly number[] | null }[];
}

/** The list of names, as far as tests look. */
export interface ShownNames {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly acknowledgementId: string | null;
  }[];
  readonly total: number;
}

/** A mail that asks somebody to read, with the secret of its link. */
export interface Mailed {
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly token: string;
}

/**
 * A municipality of a test's own with a policy of one demand: campaigns would else see each other's people. Each look at its
 * clock is a moment later, so that what happens has an order.
 */
export class CampaignWorld {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly town: Arranged;
  readonly policy: TestPolicy;
  readonly coordinator: Actor;
  readonly head: Actor;
  now = new Date('2026-11-23T10:00:00Z');

  static async make(): Promise<CampaignWorld> {
    const [publicUrl, secretKey] = ['https://varna.prov.example', Buffer.alloc(32, 1)];
    serveInstallation({ publicUrl, secretKey, isDemo: false, version: '1' });
    const database = await testDatabase();
    const town = await arrange(database.db);
    const policy = await testPolicy(database.db);
    await policy.adopt([['Alla ska låsa sin dator.', 'ska']], new Date('2026-11-23T10:00:00Z'));
    return new CampaignWorld(database, town, policy);
  }

  private constructor(database: TestDatabase, town: Arranged, policy: TestPolicy) {
    const clock = () => (this.now = new Date(this.now.getTime() + 1));
    this.database = database;
    this.services = { db: database.db, clock, insight: noInsight, teller: teller(database.db, clock) };
    this.town = town;
    this.policy = policy;
    this.coordinator = holderOf('informationSecurityCoordinator', town.other);
    const where = { scope: 'unit', scopeId: town.school, units: [town.school] } as const;
    this.head = holderOf('manager', town.manager, where);
  }

  /** What begins a campaign about the policy to everybody. */
  started(more: object = {}): object {
    return {
      documentId: this.policy.id,
      title: 'Policyn',
      message: '',
      unitIds: [],
      offices: [],
      kinds: ['employee', 'elected', 'external'],
      externalParties: false,
      opensOn: '2026-11-23',
      closesOn: '2027-03-31',
      reminderDays: [7, 14],
      ...more,
    };
  }

  /** Begins one, and takes it as far as it comes at once. */
  async start(more: object = {}): Promise<string> {
    const made = await done(actAs(this.services, this.coordinator, begin, { input: this.started(more) }));
    await runCampaigns(this.services, false);
    return made.id;
  }

  async seen<T>(view: View, actor: Actor, id: string | null = null, query: object = {}): Promise<T> {
    const result = await ask(this.services, view, { actor, id, query: { ...query } });
    if (isRefusal(result)) throw new Error(result.code);
    return result.answer as T;
  }

  recordOf(id: string): Promise<ShownCampaign> {
    return this.seen<ShownCampaign>(record, this.coordinator, id);
  }

  namesOf(id: string, actor = this.coordinator): Promise<ShownNames> {
    return this.seen<ShownNames>(recipients, actor, null, { campaignId: id });
  }

  async mails(): Promise<Mailed[]> {
    const { rows } = await sql<{ address: string; subject: string; text: string }>`
      select address, subject, body_text as text from mail where kind = 'acknowledgement' order by queued_at, id`.execute(
      this.database.db,
    );
    return rows.map((row) => ({ ...row, token: /\/k\/([A-Za-z0-9_-]{43})/.exec(row.text)?.[1] ?? '' }));
  }

  async acknowledgements(): Promise<readonly { readonly way: string; readonly personId: string }[]> {
    const { rows } = await sql<{ way: string; personId: string }>`
      select way, person_id as "personId" from acknowledgement order by id`.execute(this.database.db);
    return rows;
  }
}

/** What a link's page sends. */
export function pressed(token: string, more: object = {}): object {
  return { token, choices: [], company: null, name: null, ...more };
}
