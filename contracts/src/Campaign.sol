// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {ReentrancyGuard} from "@openzeppelin/contracts/utils/ReentrancyGuard.sol";
import {ICampaign} from "./ICampaign.sol";

/// @title One crowdfunding campaign: see {ICampaign}.
/// @dev The code that all campaigns share. Each is an EIP-1167 proxy with its terms, `abi.encode(creator, goal, deadline,
/// cid)`, appended to its own code. So there is no initializer that anyone could call first or twice, the terms cannot
/// change, and reading them costs no storage access.
contract Campaign is ICampaign, ReentrancyGuard {
    /// An immutable lies in the shared code, so in a proxy it differs from `address(this)`.
    address private immutable SHARED_CODE = address(this);

    /// @inheritdoc ICampaign
    uint256 public totalRaised;
    /// @inheritdoc ICampaign
    bool public withdrawn;
    /// @inheritdoc ICampaign
    mapping(address donor => uint256 wei_) public contributions;
    /// @inheritdoc ICampaign
    mapping(address donor => bool) public refunded;

    /// @inheritdoc ICampaign
    /// @dev Not guarded, as it calls nobody: within a withdrawal it finds the campaign closed, within a refund it finds
    /// the deadline passed.
    function donate() external payable {
        (, , uint256 deadline_) = _terms();
        if (withdrawn) revert CampaignClosed();
        if (block.timestamp >= deadline_) revert DeadlinePassed();
        if (msg.value == 0) revert InvalidDonation();

        uint256 newTotalRaised = totalRaised + msg.value;
        totalRaised = newTotalRaised;
        contributions[msg.sender] += msg.value;
        emit DonationReceived(address(this), msg.sender, msg.value, newTotalRaised, block.timestamp);
    }

    /// @inheritdoc ICampaign
    function withdraw() external nonReentrant {
        (address creator_, uint256 goal_, ) = _terms();
        if (msg.sender != creator_) revert NotCreator();
        if (withdrawn) revert AlreadyWithdrawn();
        if (totalRaised < goal_) revert GoalNotMet();

        withdrawn = true;
        uint256 amount = address(this).balance;
        emit Withdrawn(address(this), creator_, amount, block.timestamp);
        _send(creator_, amount);
    }

    /// @inheritdoc ICampaign
    function refund() external nonReentrant {
        (, uint256 goal_, uint256 deadline_) = _terms();
        if (block.timestamp < deadline_) revert DeadlineNotPassed();
        if (totalRaised >= goal_) revert GoalMet();
        uint256 amount = contributions[msg.sender];
        if (amount == 0) revert NoContribution();
        if (refunded[msg.sender]) revert AlreadyRefunded();

        refunded[msg.sender] = true;
        emit Refunded(address(this), msg.sender, amount, block.timestamp);
        _send(msg.sender, amount);
    }

    /// @inheritdoc ICampaign
    function getSummary() external view returns (Summary memory) {
        (address creator_, uint256 goal_, uint256 deadline_) = _terms();
        return
            Summary({
                creator: creator_,
                goal: goal_,
                deadline: deadline_,
                cid: cid(),
                totalRaised: totalRaised,
                balance: address(this).balance,
                withdrawn: withdrawn,
                active: isActive(),
                successful: isSuccessful(),
                failed: isFailed()
            });
    }

    /// @inheritdoc ICampaign
    function contributionOf(address donor) external view returns (uint256) {
        return contributions[donor];
    }

    /// @inheritdoc ICampaign
    function isActive() public view returns (bool) {
        return block.timestamp < deadline() && !withdrawn;
    }

    /// @inheritdoc ICampaign
    function isSuccessful() public view returns (bool) {
        return totalRaised >= goal();
    }

    /// @inheritdoc ICampaign
    function isFailed() public view returns (bool) {
        return block.timestamp >= deadline() && !isSuccessful();
    }

    /// @inheritdoc ICampaign
    function creator() public view returns (address creator_) {
        (creator_, , ) = _terms();
    }

    /// @inheritdoc ICampaign
    function goal() public view returns (uint256 goal_) {
        (, goal_, ) = _terms();
    }

    /// @inheritdoc ICampaign
    function deadline() public view returns (uint256 deadline_) {
        (, , deadline_) = _terms();
    }

    /// @inheritdoc ICampaign
    function cid() public view returns (string memory cid_) {
        (, , , cid_) = abi.decode(_encodedTerms(), (address, uint256, uint256, string));
    }

    function _terms() private view returns (address creator_, uint256 goal_, uint256 deadline_) {
        // Only the head is decoded: a decoder that is told of fewer members leaves the rest of the bytes alone.
        return abi.decode(_encodedTerms(), (address, uint256, uint256));
    }

    /// Every function that pays or takes reads the terms, and so none of them works on the shared code.
    function _encodedTerms() private view returns (bytes memory) {
        if (address(this) == SHARED_CODE) revert NotACampaign();
        return Clones.fetchCloneArgs(address(this));
    }

    /// Forwards all gas, so that contracts can be paid; what the recipient says on failure is dropped, as it could be
    /// made to look like one of our errors.
    function _send(address recipient, uint256 amount) private {
        (bool sent, ) = recipient.call{value: amount}("");
        if (!sent) revert TransferFailed();
    }
}
