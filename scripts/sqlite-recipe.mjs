import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { inPackage } from './project-paths.mjs'

const common = [
  '-fPIC',
  '-pthread',
  '-O3',
  '-fno-strict-aliasing',
  '-fno-omit-frame-pointer',
  '-DNDEBUG',
  '-D_FILE_OFFSET_BITS=64',
  '-D_LARGEFILE_SOURCE',
]

// better-sqlite3 needs abilities that Node-API 9 has only in its experimental version.
const experimentalVersion = 2147483647

/** What a runtime of Node-API 9 offers and the headers package, made for later ones, leaves out. */
export const experimentalHeader = `#include <node_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
EXTERN_C_START
typedef napi_env node_api_nogc_env;
typedef napi_finalize node_api_nogc_finalize;
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(napi_env env,
                                                           napi_finalize finalize_cb,
                                                           void* finalize_data,
                                                           void* finalize_hint);
EXTERN_C_END
`

const source = inPackage('better-sqlite3', 'src', 'better_sqlite3.cpp')
const amalgamation = inPackage('better-sqlite3', 'deps', 'sqlite3')

/** @returns {Promise<string[]>} the package's own SQLite options, as compiler flags */
async function sqliteDefines() {
  const text = await readFile(inPackage('better-sqlite3', 'deps', 'defines.gypi'), 'utf8')
  const defines = [...text.matchAll(/^ *'([A-Z][^']*)',?$/gm)].map((match) => `-D${match[1]}`)
  if (!defines.includes('-DSQLITE_ENABLE_FTS5')) {
    throw new Error('The SQLite options of better-sqlite3 could not be read.')
  }
  return defines
}

/**
 * The compiler calls of better-sqlite3's binding.gyp for Linux, with the
 * Node-API headers package in place of Node's own headers.
 * @param {string} folder where objects and the addon go
 */
export async function sqliteRecipe(folder) {
  const sqliteObject = join(folder, 'sqlite3.o')
  const addonObject = join(folder, 'better_sqlite3.o')
  const addon = join(folder, 'better_sqlite3.node')
  return {
    addon,
    objects: [sqliteObject, addonObject],
    compileSqlite: common.concat(['-std=c99', '-w'], await sqliteDefines(), [
      '-c',
      join(amalgamation, 'sqlite3.c'),
      '-o',
      sqliteObject,
    ]),
    compileAddon: common.concat(
      ['-std=c++20', '-fno-rtti', '-fno-exceptions', '-flto'],
      ['-fvisibility=hidden', '-fvisibility-inlines-hidden'],
      [`-DNAPI_VERSION=${experimentalVersion}`, '-DNAPI_DISABLE_CPP_EXCEPTIONS'],
      ['-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS', '-DNODE_GYP_MODULE_NAME=better_sqlite3'],
      ['-DBUILDING_NODE_EXTENSION', '-include', join(folder, 'experimental.h')],
      ['-I', inPackage('node-api-headers', 'include'), '-I', inPackage('node-addon-api')],
      ['-I', amalgamation, '-c', source, '-o', addonObject],
    ),
    link: ['-shared', '-pthread', '-O3', '-flto=auto', '-Wl,-Bsymbolic'].concat([
      '-Wl,--exclude-libs,ALL',
      '-o',
      addon,
      addonObject,
      sqliteObject,
      '-ldl',
    ]),
  }
}
