import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateCACertificate } from 'mockttp'

type CertificateAuthority = {
  readonly key: string
  readonly cert: string
  /** The certificate as a PEM file, for NODE_EXTRA_CA_CERTS. */
  readonly caPath: string
}

/** Makes a certificate authority that exists for one run, and writes `ca.pem` into the folder. */
export const createCertificateAuthority = async (folder: string): Promise<CertificateAuthority> => {
  const { key, cert } = await generateCACertificate({
    subject: { commonName: 'Simulated internet', organizationName: 'Gatehouse tests' },
  })
  const caPath = join(folder, 'ca.pem')
  await writeFile(caPath, cert)
  return { key, cert, caPath }
}
