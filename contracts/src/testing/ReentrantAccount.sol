// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Account} from "./Account.sol";

/// A malicious donor or creator: whenever it is paid, it makes one more call.
contract ReentrantAccount is Account {
    address public target;
    bytes public data;
    uint256 public value;
    /// Whether a failed call makes it refuse the payment too.
    bool public insists;

    uint256 public timesPaid;
    uint256 public timesCalledBack;
    /// What the last failed call back reverted with.
    bytes public lastRevert;

    constructor() payable {}

    function arm(address target_, bytes calldata data_, uint256 value_, bool insists_) external {
        (target, data, value, insists) = (target_, data_, value_, insists_);
    }

    receive() external payable {
        timesPaid++;
        if (target == address(0)) return;
        (bool ok, bytes memory answer) = target.call{value: value}(data);
        if (ok) timesCalledBack++;
        else lastRevert = answer;
        require(ok || !insists, "the call back failed");
    }
}
