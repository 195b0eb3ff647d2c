// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// Forces the ether sent along upon an address that would refuse it. Since Cancun, selfdestruct in the transaction of the
/// creation still moves the balance.
contract ForceEther {
    constructor(address payable recipient) payable {
        selfdestruct(recipient);
    }
}
