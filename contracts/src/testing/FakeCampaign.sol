// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ICampaign} from "../ICampaign.sol";
import {ICampaignFactory} from "../ICampaignFactory.sol";

/// A contract nobody vouches for. It emits the events of factories and campaigns with any arguments, and any other log,
/// so that tests can prove that an indexer is not moved by it.
contract FakeCampaign {
    function emitCampaignCreated(
        address factory,
        address campaign,
        address creator,
        uint256 goal,
        uint256 deadline,
        string calldata cid
    ) external {
        emit ICampaignFactory.CampaignCreated(factory, campaign, creator, goal, deadline, cid);
    }

    function emitDonationReceived(
        address campaign,
        address donor,
        uint256 amount,
        uint256 newTotalRaised,
        uint256 timestamp
    ) external {
        emit ICampaign.DonationReceived(campaign, donor, amount, newTotalRaised, timestamp);
    }

    function emitWithdrawn(address campaign, address creator, uint256 amount, uint256 timestamp) external {
        emit ICampaign.Withdrawn(campaign, creator, amount, timestamp);
    }

    function emitRefunded(address campaign, address donor, uint256 amount, uint256 timestamp) external {
        emit ICampaign.Refunded(campaign, donor, amount, timestamp);
    }

    /// Emits a log with these topics (none to four) and this data, well formed or not.
    function emitRaw(bytes32[] calldata topics, bytes calldata data) external {
        require(topics.length <= 4, "a log has at most four topics");
        bytes memory body = data;
        assembly ("memory-safe") {
            let from := add(body, 32)
            let size := mload(body)
            let t := topics.offset
            switch topics.length
            case 0 { log0(from, size) }
            case 1 { log1(from, size, calldataload(t)) }
            case 2 { log2(from, size, calldataload(t), calldataload(add(t, 32))) }
            case 3 { log3(from, size, calldataload(t), calldataload(add(t, 32)), calldataload(add(t, 64))) }
            default {
                log4(
                    from,
                    size,
                    calldataload(t),
                    calldataload(add(t, 32)),
                    calldataload(add(t, 64)),
                    calldataload(add(t, 96))
                )
            }
        }
    }
}
