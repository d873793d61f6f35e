import { words } from './words.ts'

const { program } = words

/** Words of the window as a whole: palette, shortcuts, first steps, banners, and the settings of the program. */
export const programText = {
  ...program,
  palette: { ...program.palette, connected: (name: string) => name },
  firstRun: {
    ...program.firstRun,
    call: {
      ...program.firstRun.call,
      example: (name: string | null) =>
        name === null ? program.firstRun.call.exampleAny : program.firstRun.call.example(name),
    },
  },
}
