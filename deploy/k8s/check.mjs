// Checks manifests against the Kubernetes schemas, and that what they name of each other exists:
//   npm install --prefix .artifacts/k8s kubernetes-models js-yaml
//   for o in base overlays/small overlays/large; do kubectl kustomize deploy/k8s/$o; echo ---; done | node deploy/k8s/check.mjs
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), '.artifacts/k8s/'));
const yaml = require('js-yaml');
const problems = [];
const say = (object, text) => problems.push(`${object.kind} ${object.metadata?.name}: ${text}`);

function validate(object) {
  const [group, version] = object.apiVersion.includes('/') ? object.apiVersion.split('/') : ['', object.apiVersion];
  const path = group ? `kubernetes-models/${group}/${version}` : `kubernetes-models/${version}`;
  try {
    const Model = require(path)[object.kind];
    if (!Model) return say(object, `no schema in ${path}`);
    new Model(object).validate();
  } catch (error) {
    say(object, error.message);
  }
}

// What a schema does not say: the rules of this folder.
function pods(object) {
  const pod = object.spec?.template?.spec;
  if (!pod) return;
  const volumes = new Set((pod.volumes ?? []).map(volume => volume.name));
  for (const container of pod.containers) {
    for (const mount of container.volumeMounts ?? []) if (!volumes.has(mount.name)) say(object, `mounts ${mount.name}, which is no volume`);
    const security = container.securityContext ?? {};
    if (!security.readOnlyRootFilesystem || security.allowPrivilegeEscalation !== false || !pod.securityContext?.runAsNonRoot) say(object, 'is not locked down');
    if (!container.resources?.limits?.memory) say(object, 'has no memory limit');
    if ((container.env ?? []).some(e => /SECRET|PASSWORD|TOKEN|_URL$/.test(e.name) && e.value)) say(object, 'holds a secret');
  }
}

const ports = objects => new Set(objects.filter(o => o.kind === 'Deployment')
  .flatMap(o => o.spec.template.spec.containers.flatMap(c => c.ports.map(p => p.name))));

function targets(object, names) {
  const used = [
    ...(object.kind === 'Service' ? object.spec.ports.map(p => p.targetPort) : []),
    ...(object.kind === 'NetworkPolicy' ? (object.spec.ingress ?? []).flatMap(i => i.ports.map(p => p.port)) : []),
  ];
  for (const port of used) if (!names.has(port)) say(object, `names port ${port}, which no container has`);
}

const objects = yaml.loadAll(readFileSync(0, 'utf8')).filter(Boolean);
const names = ports(objects);
for (const object of objects) { validate(object); pods(object); targets(object, names); }
problems.forEach(problem => console.log(problem));
console.log(`${objects.length} objects, ${problems.length} problems`);
process.exitCode = problems.length || !objects.length ? 1 : 0;
