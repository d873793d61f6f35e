const NO_RESOURCES = 'Gatehouse has tools only: it declares no resources.'
const NO_PROMPTS = 'Gatehouse has tools only: it declares no prompts and no completions.'
const TEXT_ONLY =
  'What a tool gives is data: it is sent as structured content and as text, never as a picture or a sound.'
const NO_LOGGING = 'It declares no logging: what happened is told to the person, in the activity log.'
const ASKS_NO_CLIENT =
  'The server never asks its client: questions go to the person, in Gatehouse’s own window, where no app can answer them.'
const NO_TASKS = 'An extension it does not declare: a call that waits has a ticket, in every revision.'
const NO_SKILLS = 'An extension it does not declare: it has no skills to hand out.'
const NO_HEADER_ARGUMENTS = 'No definition maps an argument to a header.'

const each = (names: readonly string[], why: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, why]))

/** Scenarios of the public suite that a server of tools has to pass, in every revision that has them. */
export const expectedToPass: readonly string[] = [
  'caching',
  'dns-rebinding-protection',
  'http-header-validation',
  'input-required-result-ignore-extra-params',
  'input-required-result-unsupported-methods',
  'json-schema-2020-12',
  'ping',
  'server-initialize',
  'server-session-lifecycle',
  'server-sse-multiple-streams',
  'server-stateless',
  'tools-call-error',
  'tools-call-simple-text',
  'tools-call-with-progress',
  'tools-list',
]

/** Scenarios about what Gatehouse does not offer, and why it does not. */
export const notApplicable: Readonly<Record<string, string>> = {
  ...each(['resources-list', 'resources-read-text', 'resources-read-binary'], NO_RESOURCES),
  ...each(['resources-templates-read', 'resources-subscribe', 'resources-unsubscribe'], NO_RESOURCES),
  ...each(['sep-2164-resource-not-found'], NO_RESOURCES),
  ...each(['prompts-list', 'prompts-get-simple', 'prompts-get-with-args'], NO_PROMPTS),
  ...each(['prompts-get-embedded-resource', 'prompts-get-with-image', 'completion-complete'], NO_PROMPTS),
  ...each(['tools-call-image', 'tools-call-audio', 'tools-call-mixed-content'], TEXT_ONLY),
  ...each(['tools-call-embedded-resource'], TEXT_ONLY),
  ...each(['logging-set-level', 'tools-call-with-logging'], NO_LOGGING),
  ...each(['tools-call-sampling', 'tools-call-elicitation'], ASKS_NO_CLIENT),
  ...each(['elicitation-sep1034-defaults', 'elicitation-sep1330-enums'], ASKS_NO_CLIENT),
  ...each(
    [
      'basic-elicitation',
      'basic-sampling',
      'basic-list-roots',
      'request-state',
      'multiple-input-requests',
      'multi-round',
      'missing-input-response',
      'non-tool-request',
      'result-type',
      'tampered-state',
      'capability-check',
      'validate-input',
    ].map((name) => `input-required-result-${name}`),
    ASKS_NO_CLIENT,
  ),
  'server-sse-polling':
    'A stream that broke is not resumed: a call that changes something must not run for a client that is gone, and one that was asked about has a ticket.',
  'http-custom-header-server-validation': NO_HEADER_ARGUMENTS,
  ...each(
    ['sep-2640-skills-directory', 'sep-2640-skills-enumeration', 'sep-2640-skills-manifest'],
    NO_SKILLS,
  ),
  ...each(
    [
      'lifecycle',
      'capability-negotiation',
      'wire-fields',
      'request-state-removal',
      'mrtr-input',
      'request-headers',
      'dispatch-and-envelope',
      'status-notifications',
      'required-task-error',
      'mrtr-composition',
    ].map((name) => `tasks-${name}`),
    NO_TASKS,
  ),
}

/** Single checks, of scenarios that else apply. */
export const notApplicableChecks: Readonly<Record<string, string>> = {
  ...each(['sep-2549-prompts-list-caching-hints'], NO_PROMPTS),
  ...each(['sep-2549-resources-list-caching-hints'], NO_RESOURCES),
  ...each(['sep-2549-resources-templates-list-caching-hints'], NO_RESOURCES),
  ...each(['sep-2575-server-rejects-undeclared-capability'], ASKS_NO_CLIENT),
  ...each(['sep-2575-missing-capability-http-400'], ASKS_NO_CLIENT),
}
