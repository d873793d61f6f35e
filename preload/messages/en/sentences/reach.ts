/** Why a host gave no answer, and what to do. A place for a proxy is `host:port`, one for a code `ENOTFOUND`. */
export const reach = {
  inspects:
    'Something on the way inspects the connection: a company’s proxy, a virus scanner, or a network that wants you to sign in first.',
  name: {
    direct: '{0} could not be found ({1}). Check the connection to the internet.',
    proxied: 'The proxy {0} could not be found ({1}). Check the connection to the internet.',
  },
  refused: {
    direct: '{0} refused the connection ({1}). A firewall may block it, or the service is down.',
    proxied: 'The proxy {0} refused the connection ({1}). Check the proxy in the system’s network settings.',
  },
  unreachable: {
    direct: 'There is no way to {0} ({1}). Check the connection to the internet.',
    proxied: 'There is no way to the proxy {0} ({1}). Check the connection to the internet.',
  },
  timeout: {
    direct:
      '{0} did not answer within {1} seconds. The connection is slow, a firewall swallows it, or the service is down.',
    proxied:
      '{0} did not answer through the proxy {2} within {1} seconds. The connection is slow, a firewall swallows it, or the service is down.',
  },
  cutOff: {
    direct: 'The connection to {0} was cut off before it was secure ({1}). A firewall or proxy may block it.',
    proxied:
      'The connection to {0} through the proxy {2} was cut off before it was secure ({1}). A firewall or proxy may block it.',
  },
  certificateTime:
    'The certificate of {0} is not valid at this time ({1}). Check the date and time of this computer; if they are right, the service has to renew it.',
  certificateIssuer:
    '{0} showed a certificate that this computer does not trust ({1}). {2} Its root certificate has to be installed in the system.',
  certificateName: 'Something else answered in place of {0}: its certificate is for another name ({1}). {2}',
  certificate: 'The certificate of {0} is not acceptable ({1}). Nothing is sent there until it is.',
  tls: {
    direct: 'No secure connection to {0} could be agreed on ({1}). {2}',
    proxied: 'No secure connection to {0} could be agreed on through the proxy {3} ({1}). {2}',
  },
  proxyPassword: {
    unnamed:
      'A proxy asks for a password, which Gatehouse cannot give. Ask whoever runs the network to let {0} through.',
    named:
      'The proxy {1} asks for a password, which Gatehouse cannot give. Ask whoever runs the network to let {0} through.',
  },
  proxyRefused: {
    unnamed:
      'A proxy does not let the connection to {0} through ({1}). Ask whoever runs the network to allow it.',
    named:
      'The proxy {2} does not let the connection to {0} through ({1}). Ask whoever runs the network to allow it.',
  },
  proxyKind:
    'The system sends {0} through a proxy of the kind {1}, which Gatehouse does not support. Set an HTTP proxy in the system’s network settings.',
  portal:
    'The network answers in place of {0}. Open any page in your browser, sign in to the network, then run the checks again.',
  unknown: {
    direct: '{0} could not be reached ({1}).',
    proxied: '{0} could not be reached through the proxy {2} ({1}).',
  },
} as const
