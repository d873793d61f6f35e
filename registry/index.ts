import { aiMl } from './ai-ml.ts'
import { communication } from './communication.ts'
import { crmMarketingSocial } from './crm-marketing-social.ts'
import type { Integration } from './define.ts'
import { developerTools } from './developer-tools.ts'
import { financeEcommerce } from './finance-ecommerce.ts'
import { productivity } from './productivity.ts'

/** Every integration, in category order. */
export const integrations: readonly Integration[] = [
  ...aiMl,
  ...communication,
  ...crmMarketingSocial,
  ...developerTools,
  ...financeEcommerce,
  ...productivity,
]
