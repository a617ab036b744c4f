import { ExportButton } from '../../../ui/export-button.tsx';
import { useMemo } from 'react';
import type { ViewMap } from '../../../ui/api-types.ts';
import { ActProblem } from '../../../registers/information/pages/act-problem.tsx';
import { usePosters } from '../../../registers/incidents/pages/use-posters.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { EmptyState, Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Tree } from '../../../ui/tree.tsx';
import { EntityBlock } from './entity-block.tsx';
import './organisation.css';
import { organisationPagesTexts } from './pages.texts.ts';
import { treeOf } from './unit-tree.tsx';

type Entities = ViewMap['entity.list']['answer'];
type Units = ViewMap['unit.tree']['answer'];

export default function OrganisationPage() {
  const texts = useTexts(organisationPagesTexts);
  const entities = useView('entity.list');
  const units = useView('unit.tree');
  const mayAdd = entities.data?.may.register.allowed ?? false;
  const isEmpty = entities.data?.items.length === 0;
  const posters = usePosters(null);
  const hasUnits = (units.data?.items.length ?? 0) > 0;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      primary={
        units.data?.may.reorganise.allowed === true && !isEmpty ? (
          <LinkButton look="primary" to="/organisation/omorganisera">
            {texts.reorganise}
          </LinkButton>
        ) : undefined
      }
      more={[
        ...(mayAdd && !isEmpty
          ? [
              { key: 'unit', label: texts.addUnit, to: '/organisation/enheter/ny' },
              { key: 'body', label: texts.addBody, to: '/organisation/organ/nytt' },
              { key: 'entity', label: texts.addEntity, to: '/organisation/bolag/ny' },
            ]
          : []),
        ...(hasUnits ? [posters.step] : []),
      ]}
    >
      <ActProblem problem={posters.problem} />
      <Loaded view={entities}>
        {(found) =>
          found.items.length === 0 ? (
            <EmptyState
              title={texts.empty}
              action={
                mayAdd ? (
                  <LinkButton look="primary" to="/organisation/bolag/ny">
                    {texts.addMunicipality}
                  </LinkButton>
                ) : undefined
              }
            >
              {texts.emptyText}
            </EmptyState>
          ) : (
            <Loaded view={units}>{(tree) => <Everything entities={found} units={tree} />}</Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

function Everything({ entities, units }: { readonly entities: Entities; readonly units: Units }) {
  const texts = useTexts(organisationPagesTexts);
  const bodies = useView('body.list');
  const nodes = useMemo(
    () => treeOf(units.items, entities.items, texts),
    [units.items, entities.items, texts],
  );
  const add = units.may.register.allowed ? (
    <LinkButton size="small" to="/organisation/enheter/ny">
      {texts.addUnit}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <ToConfirm entities={entities} units={units} bodies={bodies.data} />
      <Section
        title={texts.entities}
        action={<ExportButton action="entity.export" total={entities.items.length} />}
      >
        <div className="org-entities">
          {entities.items.map((entity) => (
            <EntityBlock key={entity.id} entity={entity} />
          ))}
        </div>
      </Section>
      <Section
        title={texts.units}
        lead={nodes.length === 0 ? undefined : texts.unitsLead}
        action={
          nodes.length === 0 ? undefined : (
            <span className="row">
              {add}
              <ExportButton action="unit.export" total={units.items.length} />
            </span>
          )
        }
      >
        {units.cut ? <Notice kind="warning">{texts.cut}</Notice> : null}
        {nodes.length === 0 ? (
          <EmptyState title={texts.noUnits} action={add}>
            {texts.noUnitsText}
          </EmptyState>
        ) : (
          <Tree label={texts.units} nodes={nodes} openLevels={entities.items.length > 1 ? 3 : 2} />
        )}
      </Section>
    </>
  );
}

interface ToConfirmProps {
  readonly entities: Entities;
  readonly units: Units;
  readonly bodies: ViewMap['body.list']['answer'] | undefined;
}

/** How much of the start profile nobody has looked at, and a button that says it is right. */
function ToConfirm({ entities, units, bodies }: ToConfirmProps) {
  const texts = useTexts(organisationPagesTexts).confirm;
  const confirmEntities = useAct('entity.confirmAll');
  const confirmBodies = useAct('body.confirmAll');
  const confirmUnits = useAct('unit.confirmAll');
  const proposed = (rows: readonly { readonly id: string; readonly toConfirm: boolean }[] = []) =>
    rows.filter((row) => row.toConfirm).map((row) => row.id);
  const waiting = {
    entities: proposed(entities.items),
    bodies: proposed(bodies?.items),
    units: proposed(units.items),
  };
  const count = waiting.entities.length + waiting.bodies.length + waiting.units.length;
  if (count === 0) return null;
  const may = entities.may.confirmAll.allowed && units.may.confirmAll.allowed;
  const confirmAll = async () => {
    type Ids = Parameters<typeof confirmUnits.run>[0]['input']['ids']; // ids the server has just named
    if (waiting.entities.length > 0) await confirmEntities.run({ input: { ids: waiting.entities as Ids } });
    if (waiting.bodies.length > 0) await confirmBodies.run({ input: { ids: waiting.bodies as Ids } });
    if (waiting.units.length > 0) await confirmUnits.run({ input: { ids: waiting.units as Ids } });
  };
  const problem = confirmEntities.problem ?? confirmBodies.problem ?? confirmUnits.problem;
  return (
    <Notice kind="warning" title={texts.title(count)}>
      <p>{texts.text}</p>
      {may ? (
        <p>
          <Button
            isBusy={confirmEntities.isRunning || confirmBodies.isRunning || confirmUnits.isRunning}
            // What went wrong is shown below; the rest of the rows stay as they are.
            onClick={() => void confirmAll().catch(() => undefined)}
          >
            {texts.all}
          </Button>
        </p>
      ) : null}
      {problem === undefined ? null : <p role="alert">{problem.message}</p>}
    </Notice>
  );
}
