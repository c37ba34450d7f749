// Lints the description: one line if it is clean, one line for each finding if it is not.
//
//   node lint.js               what `.ci/run` wants: no linter is a failure
//   node lint.js if-possible   what `mvn verify` does: where the linter cannot be had, says so and goes on
//   node lint.js skip          does nothing

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const mode = process.argv[2] ?? 'required';
const file = resolve(here, process.argv[3] ?? '../kraty-sdk-v1.yaml');

process.exitCode = mode === 'skip' ? 0 : lint();

function lint() {
  const obstacle = install();
  if (obstacle) {
    console.log(`${named(file)}: ${mode === 'required' ? 'not linted' : 'lint left out'}, npm cannot install the linter: ${obstacle}`);
    return mode === 'required' ? 1 : 0;
  }
  const redocly = resolve(here, 'node_modules/@redocly/cli/bin/cli.js');
  const run = spawnSync(
    process.execPath,
    [redocly, 'lint', file, '--config', resolve(here, 'redocly.yaml'), '--lint-config', 'error', '--format', 'json', '--max-problems', '1000'],
    { encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  );
  let report;
  try {
    report = JSON.parse(run.stdout);
  } catch {
    console.log(run.stdout + run.stderr); // the linter itself failed, or its configuration is wrong
    return 1;
  }
  for (const { severity, message, location, ruleId } of report.problems) {
    const { source, start, pointer } = location[0];
    console.log(`${severity} ${named(resolve(source.ref))}:${start?.line ?? pointer} ${message} (${ruleId})`);
  }
  const { errors, warnings, ignored } = report.totals;
  console.log(`${named(file)}: ${errors} errors, ${warnings} warnings, ${ignored} suppressed (Redocly ${report.version})`);
  return run.status === 0 && errors + warnings + ignored === 0 ? 0 : 1;
}

// What the lock file says, exactly; nothing if that is what is there already. Returns what stood in the way.
function install() {
  const installed = resolve(here, 'node_modules/.package-lock.json');
  const redocly = 'node_modules/@redocly/cli';
  const wanted = lock('package-lock.json').packages[redocly].version;
  if (existsSync(installed) && lock('node_modules/.package-lock.json').packages[redocly]?.version === wanted) {
    return undefined;
  }
  const patience = mode === 'required' ? '' : '--fetch-retries=0 --fetch-timeout=60000';
  const npm = spawnSync(`npm ci --loglevel=error ${patience}`, { cwd: here, encoding: 'utf8', shell: true }); // a shell finds npm.cmd
  return npm.status === 0 ? undefined : npm.stderr.trim().split('\n').slice(0, 2).join(' ');
}

function lock(name) {
  return JSON.parse(readFileSync(resolve(here, name), 'utf8'));
}

function named(path) {
  return relative(resolve(here, '..'), path);
}
