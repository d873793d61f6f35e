import { join, relative } from 'node:path'
import { createWorld, type World } from '../fixtures/create-world.ts'
import { allow, deny, read } from './calls.ts'
import { addClaude, connectAccount } from './connect.ts'
import { leave, verifyLog } from './ending.ts'
import { createPictures } from './pictures.ts'
import { createStory } from './story.ts'

const picturesFolder = join(import.meta.dirname, '../../docs/images')
const startedAt = Date.now()

/** Plays the story once against the real app; answers the sentences to end with. */
const play = async (world: World): Promise<readonly string[]> => {
  const story = createStory(console.log)
  const pictures = await createPictures(process.argv.includes('--no-pictures') ? undefined : picturesFolder)
  story.part('Gatehouse starts, in front of a simulated internet')
  const { window, quit } = await world.launch()
  const { url } = await world.bridge()
  story.tell('Only Linear and GitHub answer there, as the real ones do; nothing leaves this computer.')
  story.tell(`The app runs unmodified. Its bridge listens at ${url}, on the loopback alone.`)

  const stage = { ...story, world, window, pictures }
  await connectAccount(stage)
  const withApp = await addClaude(stage)
  await read(withApp)
  await allow(withApp)
  await deny(withApp)
  const verdict = await verifyLog(withApp)
  await leave(withApp, quit)
  const saved = pictures.saved()
  const where = relative(process.cwd(), picturesFolder)
  return [
    `All of it was as told, in ${Math.round((Date.now() - startedAt) / 1000)} s. ${verdict}`,
    ...(saved.length > 0 ? [`${saved.length} pictures are in ${where}: ${saved.join(', ')}.`] : []),
  ]
}

const main = async (): Promise<void> => {
  console.log('Gatehouse in one minute: the real app, no accounts.')
  const world = await createWorld()
  try {
    console.log(`\n${(await play(world)).join('\n')}`)
  } finally {
    await world.end()
  }
}

await main().catch((error: unknown) => {
  console.log(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
// The connection to the browser would keep the process.
process.exit()
