/** Accounts of every local chain: funded, and nobody else's in these scenarios. The demo wallet has 1 to 4. */
export const accounts = {
  giver: '0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc',
  decliner: '0x976ea74026e726554db657fa54763abd0c3a0aa9',
  traveller: '0x14dc79964da2c08b23698b3d3cc7ca32193d9955',
  typist: '0x23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f',
} as const
