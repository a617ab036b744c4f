import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import type { EntityId } from '../../../kernel/ids.ts';
import { bodyTexts } from '../bodies/body.texts.ts';
import { entityTexts } from '../entities/entity.texts.ts';
import { ToConfirmMark } from './marks.tsx';
import { organisationPagesTexts } from './pages.texts.ts';

type Bodies = ViewMap['body.list']['answer'];

/** A legal entity with its bodies. */
export function EntityBlock({
  entity,
}: {
  readonly entity: ViewMap['entity.list']['answer']['items'][number];
}) {
  const { kinds } = useTexts(entityTexts);
  return (
    <div className="org-entity">
      <h3>
        <Link to={`/organisation/bolag/${entity.id}`}>{entity.name}</Link>
      </h3>
      <p className="row soft">
        {kinds[entity.kind]}
        {entity.organisationNumber === null ? null : (
          <span className="number">{entity.organisationNumber}</span>
        )}
        {entity.toConfirm ? <ToConfirmMark /> : null}
      </p>
      <BodiesOf entityId={entity.id} />
    </div>
  );
}

/** The bodies of an entity in order of rank, each with its subcommittees under it. */
export function BodiesOf({ entityId }: { readonly entityId: string }) {
  // An id that the server has just named.
  const view = useView('body.list', { query: { entityId: entityId as EntityId } });
  return <Loaded view={view}>{(bodies) => <Rows bodies={bodies} entityId={entityId} />}</Loaded>;
}

function Rows({ bodies, entityId }: { readonly bodies: Bodies; readonly entityId: string }) {
  const texts = useTexts(organisationPagesTexts);
  const { kinds } = useTexts(bodyTexts);
  const above = bodies.items.filter((row) => row.parentId === null);
  const ordered = above.flatMap((row) => [row, ...bodies.items.filter((one) => one.parentId === row.id)]);
  // One whose committee is on another page of the list, or has ended, is still shown.
  const rows = [...ordered, ...bodies.items.filter((row) => !ordered.includes(row))];
  return (
    <>
      {rows.length === 0 ? (
        <p className="soft">{texts.noBodies}</p>
      ) : (
        <ul className="org-rows">
          {rows.map((row) => (
            <li key={row.id} data-below={row.parentId === null ? undefined : ''}>
              <Link to={`/organisation/organ/${row.id}`}>{row.name}</Link>
              {/* Most names say their kind; a word that is in the name is not said twice. */}
              {row.name.toLowerCase().includes(kinds[row.kind].toLowerCase()) ? null : (
                <span className="soft">{kinds[row.kind]}</span>
              )}
              {row.toConfirm ? <ToConfirmMark /> : null}
            </li>
          ))}
        </ul>
      )}
      {bodies.may.register.allowed ? (
        <LinkButton size="small" look="quiet" to={`/organisation/organ/nytt?bolag=${entityId}`}>
          {texts.addBody}
        </LinkButton>
      ) : null}
    </>
  );
}
