// What we ask of the compose file: nothing named that does not exist, nothing started before what it needs is ready.

/** The faults of a parsed compose file, in French. `known` = variables of Config, `example` = variables of the env example. */
export function composeFaults(compose, { known, example, text, exists }) {
  const faults = [];
  const services = Object.entries(compose.services ?? {});
  for (const [name, service] of services) {
    const say = (fault) => faults.push(`${name} : ${fault}`);
    if (!service.image && !service.build) say('ni image ni construction');
    if (service.image && !service.build && !/:[\w.-]*\d[\w.-]*$/.test(service.image)) say(`image sans version : ${service.image}`);
    if (service.build && !exists(service.build.dockerfile)) say(`${service.build.dockerfile} n’existe pas`);
    const isJob = service.restart === 'no';
    if (!service.restart) say('restart n’est pas dit');
    if (!isJob && !service.healthcheck) say('healthcheck manque');
    if (!service.logging?.options?.['max-size']) say('les journaux grossiraient sans limite');
    dependencyFaults(service, compose, say);
    for (const network of service.networks ?? []) if (!(network in (compose.networks ?? {}))) say(`réseau inconnu : ${network}`);
    for (const volume of service.volumes ?? []) {
      const source = String(volume).split(':')[0];
      if (!/^[./]/.test(source) && !(source in (compose.volumes ?? {}))) say(`volume inconnu : ${source}`);
    }
    if (service.build?.dockerfile && service.build.dockerfile !== 'docker/Dockerfile.web') {
      for (const variable of Object.keys(service.environment ?? {})) if (!known.has(variable)) say(`variable inconnue de la configuration : ${variable}`);
    }
    for (const port of service.ports ?? []) if (!/^(127\.0\.0\.1:|\$\{)/.test(String(port))) say(`port publié au-delà de cette machine : ${port}`);
  }
  for (const [, variable] of text.matchAll(/(?<!\$)\$\{(\w+)/g)) if (!example.has(variable)) faults.push(`${variable} manque dans compose.env.example`);
  const used = new Set(services.flatMap(([, service]) => (service.volumes ?? []).map((volume) => String(volume).split(':')[0])));
  for (const volume of Object.keys(compose.volumes ?? {})) if (!used.has(volume)) faults.push(`volume inutile : ${volume}`);
  return faults;
}

function dependencyFaults(service, compose, say) {
  for (const [needed, { condition } = {}] of Object.entries(service.depends_on ?? {})) {
    const other = compose.services[needed];
    if (!other) say(`dépend de « ${needed} », qui n’existe pas`);
    else if (condition === 'service_healthy' && !other.healthcheck) say(`attend la santé de « ${needed} », qui n’en a pas`);
    else if (condition === 'service_completed_successfully' && other.restart !== 'no') say(`attend la fin de « ${needed} », qui ne finit pas`);
    else if (!['service_healthy', 'service_completed_successfully'].includes(condition)) say(`démarre avant que « ${needed} » soit prêt`);
  }
  for (const [variable, needed] of [['DATABASE_APP_URL', ['postgres', 'migrate']], ['DATABASE_URL', ['postgres']]]) {
    if (!(variable in (service.environment ?? {}))) continue;
    if (!needed.some((name) => name in (service.depends_on ?? {}))) say(`utilise ${variable} sans attendre ${needed.join(' ou ')}`);
  }
}
