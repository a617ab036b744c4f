import { ExportButton } from '../../../ui/export-button.tsx';
import { typesetDecision } from '../../../kernel/decision-reference.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import './owners.css';
import { ownerPagesTexts } from './pages.texts.ts';

type Answer = ViewMap['defaultOwner.list']['answer'];
export type OwnerRow = Answer['items'][number];

export default function OwnersPage() {
  const view = useView('defaultOwner.list');
  return <Loaded view={view}>{(answer) => <Owners answer={answer} />}</Loaded>;
}

function Owners({ answer }: { readonly answer: Answer }) {
  const texts = useTexts(ownerPagesTexts);
  const { items, may } = answer;
  const proposals = items.filter((row) => row.toConfirm).length;
  const add = may.edit.allowed ? (
    <LinkButton look="primary" to="/informationsagare/ny">
      {texts.add}
    </LinkButton>
  ) : null;
  return (
    <Page title={texts.title} lead={texts.lead} primary={add}>
      {proposals > 0 && may.edit.allowed ? <Notice>{texts.toConfirmCount(proposals)}</Notice> : null}
      {items.length === 0 ? (
        <EmptyState title={texts.none} action={add}>
          {texts.noneText}
        </EmptyState>
      ) : (
        <ul className="owners">
          {items.map((row) => (
            <Row key={row.id} row={row} mayEdit={may.edit.allowed} />
          ))}
        </ul>
      )}
      <ExportButton action="defaultOwner.export" total={items.length} />
    </Page>
  );
}

function Row({ row, mayEdit }: { readonly row: OwnerRow; readonly mayEdit: boolean }) {
  const texts = useTexts(ownerPagesTexts);
  const confirm = useAct('defaultOwner.confirm');
  const holder = useHolder(row);
  const here = `/informationsagare/${row.id}`;
  const isUnitMissing = row.holder === 'unitManager' && row.unitId === null;
  return (
    <li className="owner">
      <div className="owner-area">
        <h2>
          {row.name} {row.toConfirm ? <Tag>{texts.toConfirm}</Tag> : null}
        </h2>
        <p className="soft">{row.examples}</p>
      </div>
      <div className="owner-holder">
        <p>{holder}</p>
        {row.holder === 'ownUnitManager' || isUnitMissing ? null : (
          <p className="soft">{row.holderName ?? texts.nobody}</p>
        )}
        {row.bodyName === null ? null : <p className="soft">{texts.under(row.bodyName)}</p>}
        {row.decision === null ? null : <p className="soft">{typesetDecision(row.decision)}</p>}
        <p>
          {row.informationCount === 0 ? (
            <span className="soft">{texts.information(0)}</span>
          ) : (
            <Link to={`/register/information?area=${row.area}`}>
              {texts.information(row.informationCount)}
            </Link>
          )}
        </p>
      </div>
      <ActProblem problem={confirm.problem} />
      {mayEdit ? (
        <div className="owner-steps">
          {row.toConfirm && !isUnitMissing ? (
            <Button
              size="small"
              isBusy={confirm.isRunning}
              onClick={() =>
                void confirm
                  .run({ id: row.id, version: row.version, input: { decision: null } })
                  .catch(isShown)
              }
            >
              {texts.confirm}
              <span className="visually-hidden"> {row.name}</span>
            </Button>
          ) : null}
          <LinkButton size="small" look={isUnitMissing ? 'plain' : 'quiet'} to={here}>
            {isUnitMissing ? texts.chooseUnit : texts.edit}
            <span className="visually-hidden"> {row.name}</span>
          </LinkButton>
        </div>
      ) : null}
    </li>
  );
}

/** Who a row points at, in words. */
function useHolder(row: OwnerRow): string {
  const texts = useTexts(ownerPagesTexts);
  const { offices } = useTexts(officeTexts);
  switch (row.holder) {
    case 'office':
      return row.office === null ? texts.nobody : offices[row.office];
    case 'unitManager':
      return row.unitName === null ? texts.unitNotChosen : texts.unitManager(row.unitName);
    case 'ownUnitManager':
      return texts.ownUnitManager;
  }
}
