/** A threshold other than 100 %, with the coordinator's reason, which is shown beside the figure. */
export interface ClauseSettingFact {
  readonly id: string;
  readonly number: string;
  readonly thresholdPercent: number;
  readonly reason: string;
}
