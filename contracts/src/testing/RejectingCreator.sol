// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Account} from "./Account.sol";

/// A creator that refuses ether until told otherwise, and pretends that the campaign did.
contract RejectingCreator is Account {
    error GoalNotMet();

    bool public accepts;

    function setAccepts(bool accepts_) external {
        accepts = accepts_;
    }

    receive() external payable {
        if (!accepts) revert GoalNotMet();
    }
}
