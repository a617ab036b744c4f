/** A system in the gallery. */
export type GallerySystem = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly state: string;
  readonly count: number;
  readonly verdict: 'met' | 'partly' | 'not_met' | 'undetermined';
};

const names = [
  'Lifecare verksamhetssystem för socialtjänstens individ- och familjeomsorg',
  'Raindance',
  'Platina',
  'Personec P',
  'Skolplattformen',
  'Trygghetslarm',
  'Fastighetsövervakningsanläggningssystemet',
  'Kartportalen',
  'Växel och telefoni',
  'Biblioteksdatabasen',
];
const verdicts = ['met', 'partly', 'not_met', 'undetermined'] as const;
const people = ['Maria Lind', 'Åsa Öhrling', 'Per-Erik Niemi', 'Fatima Haddad'];

const systems: readonly GallerySystem[] = Array.from({ length: 50 }, (_, index) => ({
  id: String(index + 1),
  name: `${names[index % names.length]}${index < names.length ? '' : ` ${index}`}`,
  owner: people[index % people.length] ?? '',
  state: index % 5 === 3 ? 'under avveckling' : 'i drift',
  count: (index * 37) % 60,
  verdict: verdicts[index % verdicts.length] ?? 'met',
}));

const session = {
  signedIn: true,
  person: { id: 'p1', name: 'Maria Lind' },
  offices: [
    { office: 'informationSecurityCoordinator', name: 'Informationssäkerhetssamordnare', scopeName: '' },
    { office: 'informationOwner', name: 'Informationsägare', scopeName: 'Socialtjänsten' },
  ],
  language: 'sv',
  municipality: { name: 'Exempelkommun', logo: null, accent: null },
  setup: 'done',
  version: '0.1.0',
};

/** What the server would answer. A form's name decides what goes wrong: "dubbel", "krock", "19640823-3234". */
export function answerFor(address: string, init: RequestInit | undefined): Response {
  const { pathname, searchParams } = new URL(address, window.location.origin);
  if (init?.method === 'POST')
    return answerAction(typeof init.body === 'string' ? init.body : '', new Headers(init.headers));
  if (pathname === '/api/v1/session') return Response.json(session);
  if (pathname === '/api/v1/system') {
    const search = searchParams.get('search') ?? '';
    const items = systems.filter((system) => system.name.toLowerCase().includes(search.toLowerCase()));
    const total = search === '' ? 3312 : items.length;
    return Response.json({ items, total, page: Number(searchParams.get('page') ?? 1), pageSize: 50 });
  }
  const system = systems.find((one) => pathname === `/api/v1/system/${one.id}`);
  return system === undefined ? refusal(404, 'notFound', 'Finns inte.') : Response.json(system);
}

function answerAction(body: string, headers: Headers): Response {
  if (body.includes('640823') && headers.get('Varna-Confirm') !== 'personnummer') {
    return refusal(422, 'personnummerSuspected', 'Det ser ut som ett personnummer.');
  }
  if (body.includes('krock') && headers.get('If-Match') === '"1"') {
    const current = { name: 'Lifecare', purpose: 'Dokumentation enligt socialtjänstlagen.', version: 2 };
    return refusal(409, 'versionMoved', 'Någon annan hann före.', { current });
  }
  if (body.includes('"name":""')) {
    const errors = [
      { field: 'name', code: 'required', message: 'Skriv systemets namn.' },
      { field: 'state', code: 'required', message: 'Välj ett tillstånd.' },
      { field: 'level', code: 'required', message: 'Välj en nivå.' },
    ];
    return refusal(400, 'invalid', 'Skriv systemets namn.', { errors });
  }
  return Response.json({ id: '1' });
}

function refusal(status: number, code: string, title: string, more: object = {}): Response {
  return Response.json({ type: `urn:varna:problem:${code}`, title, status, code, ...more }, { status });
}
