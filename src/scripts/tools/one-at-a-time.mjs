import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A holder says this often, in milliseconds, that it is at work; one that was silent for so long is no more. */
const beat = 2_000
const silence = 60_000

const pause = () => new Promise((resolve) => setTimeout(resolve, 200))

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It lives, and is somebody else's.
    return error.code === 'EPERM'
  }
}

/** The process that a lock names, 0 while it is being written; null where there is no lock. */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** After a restart of the machine its number may be somebody else's, so that being alive is not enough. */
function isHeld(file, holder) {
  try {
    return isAlive(holder) && Date.now() - statSync(file).mtimeMs < silence
  } catch {
    return false
  }
}

/** Makes the lock in the name of a process; false where there is one. */
function make(file, holder) {
  try {
    writeFileSync(file, String(holder), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** Removes the lock of a process that is no more; one that another has taken meanwhile is put back. */
function removeDead(file, dead) {
  const aside = `${file}.${process.pid}.dead`
  try {
    renameSync(file, aside)
    const moved = holderOf(aside)
    if (moved !== dead) make(file, moved)
  } catch {
    // Another was quicker.
  }
  rmSync(aside, { force: true })
}

/**
 * Runs `work` while no other process of this machine runs what has the same name, here or in another terminal: the
 * second waits, told once by `waiting`. A process that was killed holds nobody up. Resolves with what `work` gives.
 */
export async function oneAtATime(name, work, waiting = () => {}) {
  const file = path.resolve('var', 'locks', name)
  mkdirSync(path.dirname(file), { recursive: true })
  let told = false
  while (!make(file, process.pid)) {
    const holder = holderOf(file)
    if (holder !== null && !isHeld(file, holder)) removeDead(file, holder)
    else {
      if (!told) waiting()
      told = true
      await pause()
    }
  }
  const beating = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(file, now, now)
    } catch {
      // Somebody removed the folder; the work goes on.
    }
  }, beat)
  try {
    return await work()
  } finally {
    clearInterval(beating)
    if (holderOf(file) === process.pid) rmSync(file, { force: true })
  }
}
