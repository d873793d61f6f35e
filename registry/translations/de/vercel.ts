import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

export const vercel: Translation = {
  description: 'Projekte, Deployments, Build-Logs und Domains.',
  words: { 'Access token': 'Zugriffstoken' },
  tools: {
    vercel_list_teams: { description: 'Die Teams des Kontos.', summary: 'Teams auflisten' },
    vercel_list_projects: {
      description: 'Die Projekte mit Name, Framework und Repository.',
      summary: 'Projekte auflisten',
    },
    vercel_get_project: {
      description: 'Ein Projekt: Repository, Build-Einstellungen und was in Produktion ist.',
      summary: 'Projekt abrufen',
    },
    vercel_list_deployments: {
      description: 'Die Deployments, die neuesten zuerst.',
      summary: 'Deployments auflisten',
    },
    vercel_get_deployment: {
      description: 'Ein Deployment: Status, Fehler, Domains.',
      summary: 'Deployment abrufen',
    },
    vercel_get_build_log: {
      description: 'Das Ende eines Build-Logs oder das ganze, Stück für Stück.',
      summary: 'Build-Log lesen',
    },
    vercel_list_domains: {
      description:
        'Die Domains eines Projekts, bei unbestätigten mit den DNS-Einträgen, die sie noch brauchen.',
      summary: 'Domains auflisten',
    },
    vercel_get_env_variables: {
      description: 'Die Namen der Umgebungsvariablen eines Projekts und wo sie gelten, nie ihre Werte.',
      summary: 'Umgebungsvariablen auflisten',
    },
    vercel_create_deployment: {
      description: 'Baut den Quelltext eines früheren Deployments neu und stellt ihn bereit.',
      summary: ({ deployment_id, project_name, target }) => {
        const whereTo = target === undefined ? '' : ` für die Umgebung ${target}`
        return `Deployment ${quote(deployment_id)} von ${quote(project_name)} erneut${whereTo} bereitstellen`
      },
    },
    vercel_set_production_deployment: {
      description:
        'Lässt die Produktionsdomains eines Projekts auf ein fertiges Deployment zeigen, ohne neuen Build.',
      summary: ({ project_id, deployment_id }) =>
        `Deployment ${quote(deployment_id)} von ${quote(project_id)} in Produktion nehmen`,
    },
    vercel_cancel_deployment: {
      description: 'Bricht ein Deployment ab, das noch gebaut wird.',
      summary: ({ deployment_id }) => `Deployment ${quote(deployment_id)} abbrechen`,
    },
  },
}
