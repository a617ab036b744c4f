/** A system of the example municipality. No product's name: what it is for is what matters. */
export interface SystemPlan {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly provider: 'internal' | 'external';
}

const external = (key: string, name: string, unit: string): SystemPlan => ({
  key,
  name,
  unit,
  provider: 'external',
});
const internal = (key: string, name: string, unit: string): SystemPlan => ({
  key,
  name,
  unit,
  provider: 'internal',
});

/** Sixty systems. */
export const systemPlans: readonly SystemPlan[] = [
  external('arende', 'Ärende- och diariesystem', 'kansli'),
  external('troman', 'Förtroendemannaregister', 'kansli'),
  external('ekonomi', 'Ekonomisystem', 'ekonomi'),
  external('debitering', 'Debiteringssystem', 'ekonomi'),
  external('upphandling', 'Upphandlingsverktyg', 'ekonomi'),
  external('lon', 'Löne- och personalsystem', 'hr'),
  external('rehab', 'Rehabiliteringsstöd', 'hr'),
  external('rekrytering', 'Rekryteringsverktyg', 'hr'),
  external('schema', 'Schema- och bemanningssystem', 'hr'),
  internal('katalog', 'Katalogtjänst', 'it'),
  internal('dokumentation', 'Gemensamma mappar', 'it'),
  internal('logg', 'Loggserver', 'it'),
  external('epost', 'E-post och samarbetsytor', 'it'),
  external('larm', 'Larm- och kontaktlistor', 'sakerhet'),
  external('elevregister', 'Elevregister', 'bu'),
  external('larplattform', 'Lärplattform', 'bu'),
  external('elevhalsa', 'Journalsystem elevhälsa', 'elevhalsa'),
  internal('media', 'Bild- och filmlager', 'kommunikation'),
  external('forskola', 'Förskolans barnregister', 'bu'),
  external('skolskjuts', 'Skolskjutsplanering', 'bu'),
  external('kulturskola', 'Kulturskolans anmälningar', 'kulturskola'),
  external('social', 'Verksamhetssystem socialtjänst', 'ifo'),
  external('omsorg', 'Verksamhetssystem omsorg', 'soc'),
  external('nyckel', 'Digitala lås', 'hemtjanst'),
  external('trygghetslarm', 'Trygghetslarm', 'hemtjanst'),
  external('journal', 'Journalsystem hälso- och sjukvård', 'hsl'),
  external('avvikelse', 'Avvikelsehantering', 'soc'),
  external('bygg', 'Bygglovssystem', 'bygg'),
  internal('ritning', 'Ritningsarkiv', 'fastighet'),
  external('karta', 'Kart- och geodatasystem', 'bygg'),
  external('miljo', 'Tillsynssystem miljö', 'miljo'),
  external('scada', 'Driftövervakning vatten och avlopp', 'va'),
  external('labb', 'Provtagningssystem', 'va'),
  external('passer', 'Passersystem', 'fastighet'),
  external('kamera', 'Kameraövervakning', 'fastighet'),
  external('insats', 'Insatsrapportering', 'raddning'),
  external('bibliotek', 'Bibliotekssystem', 'bibliotek'),
  external('bokning', 'Lokalbokning', 'fritid'),
  external('webb', 'Webbplats', 'kommunikation'),
  external('overformyndare', 'Överförmyndarsystem', 'kansli'),
  external('hyra', 'Hyressystem', 'bostader'),
  external('felanmalan', 'Felanmälan', 'fastighet'),
  external('matvarden', 'Mätvärdessystem', 'energi'),
  external('vaxel', 'Telefonväxel', 'it'),
  external('avtal', 'Avtalsdatabas', 'ekonomi'),
  external('kost', 'Kostsystem', 'bu'),
  internal('intranat', 'Intranät', 'kommunikation'),
  external('etjanster', 'E-tjänsteplattform', 'kommunikation'),
  external('signering', 'E-signering', 'it'),
  internal('utskrift', 'Utskriftssystem', 'it'),
  external('mobil', 'Mobilhantering', 'it'),
  internal('backup', 'Säkerhetskopiering', 'it'),
  external('beslutsstod', 'Beslutsstöd', 'ekonomi'),
  external('enkat', 'Enkätverktyg', 'kommunikation'),
  external('fordon', 'Fordonsflotta', 'fastighet'),
  external('belysning', 'Gatubelysning', 'gata'),
  external('varme', 'Styrning av värme och ventilation', 'fastighet'),
  external('lektion', 'Digitala läromedel', 'bu'),
  external('video', 'Videomöten', 'it'),
  external('tidrapport', 'Tidrapport räddningstjänst', 'raddning'),
];
